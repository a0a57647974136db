"""
Hold every verb: all that API, pages and command line ever get.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.usecases import keys, ledger, organisations, units


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """
    Every verb of the registry as a field, spelled like its route and its test.
    """

    # The organisation and who may act in it
    found_organisation: organisations.FoundOrganisation
    act_as_operator: organisations.ActAsOperator
    get_settings: organisations.GetSettings
    change_settings: organisations.ChangeSettings
    issue_key: keys.IssueKey
    list_keys: keys.ListKeys
    revoke_key: keys.RevokeKey
    identify_key: keys.IdentifyKey

    # Units
    enrol_unit: units.EnrolUnit
    change_unit: units.ChangeUnit
    get_unit: units.GetUnit
    list_units: units.ListUnits

    # The evidence
    sequence_ledger: ledger.SequenceLedger
    get_checkpoint: ledger.GetCheckpoint
    verify_ledger: ledger.VerifyLedger

    # The house
    get_health: Callable[[], None]
    """Pass when the storage answers."""
    close: Callable[[], None]
    """Let go of everything; the registry is of no use afterwards."""
