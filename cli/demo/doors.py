"""
Say who can sign in at the demo, and how.
"""

from pathlib import Path

from cli.demo.accounts import ACCOUNTS, password_in
from cli.terminal.output import say, say_whole


def show_accounts(folder: Path, address: str = "") -> None:
    """
    Print what to type to sign in; nothing where there are no accounts.
    """
    password = password_in(folder)
    if password is None:
        return
    say(f"\nSign in{f' at {address}' if address else ''}, password {password}", style="bold")
    width = max(len(each.email) for each in ACCOUNTS)
    for each in ACCOUNTS:
        say_whole(f"  {each.email:<{width}}  {each.shows}")
