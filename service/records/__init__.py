"""
What is written down: full values, names and texts included.

The rules (`decision`) see less than what is recorded here; `usecases` and
`persistence` share these values, so neither has to know the other.  Frozen,
without behaviour beyond reading themselves.  May import `decision`, `ledger`
and `errors` only.

Most things are kept as *versions*: each change writes a whole new version with
the instant the registry learned it, so that every question can be asked as
known at an earlier instant.
"""
