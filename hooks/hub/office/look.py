"""How office files look: one set of colours, sizes and distances for Word, ODF and PDF.

Arial is on every reader's machine or has a twin of the same widths there, so that pages break where they were meant to.
"""

FONT = "Arial"
INK = "1b2429"
LEAD = "0b4f5c"
"""The hub's fjord blue-green: titles, headings, rules."""
QUIET = "4a5a5f"
"""What stands back: headers, footers, notes."""
FOG = "eef4f5"
"""The ground of table heads and notices."""
RULE = "b9c9cd"
BLANK = "fff1b8"
"""The ground of a place to fill in."""
BODY_SIZE = 10
"""Points."""
HEADING_SIZES = {1: 15, 2: 11.5, 3: 10}
MARGIN_CM = (2.5, 2.3, 2.3, 2.5)
"""Top, right, bottom, left."""
LABEL_CM = 0.9
"""How far the text of a point stands from its label."""
