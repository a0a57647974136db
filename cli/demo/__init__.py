"""
Tell the story of "Les Glycines", an organisation that does not exist.

Three services for disabled children and adults in Belgium, some forty people, one
of each situation that the rules know, and pictures drawn by the program.  All of
it is plain values: `house` (units, contacts), `cast` (people), `channels`, `forms`,
`answers`, `drawing` (pictures), `posts` (what was published of them), and
`expectations`: what the registry must say of each picture.  Names stand for ids
throughout; days are counted from a given today.

May import the vocabulary of `service.decision.terms`; never asks the registry
anything and never has a clock.  Start reading at `expectations.py`.
"""
