"""Pictures drawn from the data as accessible SVG, so that no page needs a script, an engine or another host to show them.

Each function takes plain values and words, and returns one SVG element as text: a name, a description, classes instead
of colours (``pictures.css`` holds those), no style attribute, and identifiers that begin with the caller's ``uid``.
"""
