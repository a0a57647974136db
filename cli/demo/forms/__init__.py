"""
Hold the words that families, adults and staff are asked with.

Two forms (`family` and `circle`), two versions each, four languages; `editions.py`
says what each version covers and what the second one changed.  Plain words, short
sentences, nothing pre-ticked.  May import nothing but the vocabulary.

Start reading at `editions.py`, then `fr.py`.
"""
