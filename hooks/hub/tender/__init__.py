"""Tenders: the field's terms, how clauses and a template become one tender, and what a lawyer's eye would stop at."""
