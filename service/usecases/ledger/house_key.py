"""
Sign for the log of each organisation with the deployment's one key.
"""

from dataclasses import dataclass, field

from service.ledger.signing import SigningKey
from service.records.organisation import Organisation


@dataclass(frozen=True, slots=True)
class HouseKey:
    """
    The deployment's public name and the seed of its key.

    Every organisation has a log of its own, named after deployment and
    organisation, because a log signs with a key that bears its name.
    """

    deployment: str
    seed: bytes = field(repr=False)

    def of(self, organisation: Organisation) -> SigningKey:
        """
        Give the key that signs the log of *organisation*.
        """
        return SigningKey(f"{self.deployment}/{organisation.slug}", self.seed)
