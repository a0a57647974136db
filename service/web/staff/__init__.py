"""
Show staff what they work with: check, propose, publish, take down.

`checking.py` is the front page: what is asked (`post.py`); the answer: `own_answer.py`, and
whom it is about (`obstacles.py`).
Each module has its `ROUTES`; `service.web.routes` puts a guard before all of them.
"""
