"""Office files: one abstract document, and the writers that turn it into Word, ODF and PDF with the same text."""
