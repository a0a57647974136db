"""
Ask a unit, a category or everybody at once, and follow who answered.

    circle.py      about whom, and what, can be asked by this caller
    campaigning.py look beforehand, start, remind, follow, list

A campaign stores what was asked, when and by whom.  Who answered is read from the acts of
the moment: never what they said, and nothing of people whom the caller does not see.  May
import what `families` may; must never ask anybody twice within five days.
"""

from service.usecases.families.campaigns.campaigning import (
    Campaigns,
    CampaignStory,
    CampaignView,
    counted,
)

__all__ = ["CampaignStory", "CampaignView", "Campaigns", "counted"]
