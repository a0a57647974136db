"""
Show staff what they work with: check, propose, publish, take down.

`checking.py` is the front page: what is asked (`post.py`), and the answer (`answers.py`).
Each module has its `ROUTES`; `service.web.routes` puts a guard before all of them.
"""
