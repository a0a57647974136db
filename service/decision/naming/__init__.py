"""
Recognise registered names, alone or in a caption.
"""

from service.decision.naming.model import Mention, MentionForm, NameEntry

__all__ = ["Mention", "MentionForm", "NameEntry"]
