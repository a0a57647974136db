"""
Show and hand out the proof of what was answered.
"""

import json
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.languages.writing import spoken
from service.usecases.families.print_receipt import Sheet
from service.usecases.registry import Registry
from service.web.catalogue import Catalogue
from service.web.family.door import family_of, family_page
from service.web.render import texts_of

RECEIPT: Final = "/f/{house:str}/receipts/{receipt_id:str}"
STATES: Final = {
    "dpv:ConsentGiven": "yes",
    "dpv:RenewedConsentGiven": "yes",
    "dpv:ConsentRefused": "no",
    "dpv:ConsentWithdrawn": "no",
    "dpv:ConsentRequestDeferred": "not_now",
}

_LATER: Final = "obstat:alsoLater"
"""Stands at groups alone: whether what joins one later is reached as well."""

FamilyRequest = Request[Any, Any, Any]


@get(RECEIPT, sync_to_thread=True, operation_id="showFamilyReceipt")
def show_receipt(
    request: FamilyRequest, registry: NamedDependency[Registry], receipt_id: FromPath[str]
) -> Response[bytes]:
    """
    Say what is recorded, since when, and how to change it.
    """
    kept = registry.families.get_receipt(family_of(request), receipt_id)
    porch = registry.families.open_link(family_of(request).slug)
    return family_page(
        request,
        registry,
        "receipt.html",
        kept=kept,
        lines=lines_of(kept.record.document),
        zone=ZoneInfo(porch.time_zone),
    )


@get(f"{RECEIPT}/receipt.json", sync_to_thread=True, operation_id="getFamilyReceiptFile")
def get_file(
    request: FamilyRequest, registry: NamedDependency[Registry], receipt_id: FromPath[str]
) -> Response[bytes]:
    """
    Hand out the file that proves it by itself.
    """
    kept = registry.families.get_receipt(family_of(request), receipt_id)
    return attachment(kept.content, f"obstat-{receipt_id}.json", "application/ld+json")


@get(f"{RECEIPT}/receipt.pdf", sync_to_thread=True, operation_id="printFamilyReceipt")
def get_print(
    request: FamilyRequest, registry: NamedDependency[Registry], receipt_id: FromPath[str]
) -> Response[bytes]:
    """
    Hand out the same on one page of paper.
    """
    family, texts = family_of(request), texts_of(request)
    kept = registry.families.get_receipt(family, receipt_id)
    porch = registry.families.open_link(family.slug)
    moment = texts.moment(kept.record.recorded_at, ZoneInfo(porch.time_zone))
    contact = porch.contact.email or porch.contact.name
    sheet = Sheet(
        language=spoken(texts.language),
        title=f"{porch.house}: {texts('family.receipt-title')}",
        lead=texts("family.receipt-lead", name=kept.given_name, moment=moment),
        head=(texts("family.receipt-head-answer"), texts("family.receipt-head-where")),
        lines=tuple(_printed(texts, each) for each in lines_of(kept.record.document)),
        notes=(
            texts("family.receipt-change"),
            texts("family.receipt-complain", contact=contact, house=porch.house),
        ),
        number=texts("family.receipt-number", number=receipt_id),
    )
    content = registry.families.print_receipt(sheet)
    return attachment(content, f"obstat-{receipt_id}.pdf", "application/pdf")


def _printed(texts: Catalogue, line: dict[str, Any]) -> tuple[str, str]:
    """
    Write one line of a receipt: the answer, and where and what it is about.
    """
    matters = texts.all_of([texts(f"words.matter-{each}") for each in line["matters"]])
    places = texts("family.everywhere") if line["everywhere"] else _places(texts, line)
    return texts(f"family.said-{line['choice']}"), f"{places} · {matters}"


def _places(texts: Catalogue, line: dict[str, Any]) -> str:
    """
    Name groups that are refused for ever, then each channel.
    """
    groups = [texts("family.group-later", group=each) for each in line["groups"]]
    return ", ".join([*groups, *line["channels"]])


def attachment(content: bytes, filename: str, media_type: str) -> Response[bytes]:
    """
    Hand out a file to be kept, not shown.
    """
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return Response(content, media_type=media_type, headers=headers)


def lines_of(document: str) -> list[dict[str, Any]]:
    """
    Give what a receipt says, a line for each act.
    """
    records: list[dict[str, Any]] = json.loads(document)["dpv:hasRecord"]
    return [
        {
            "choice": STATES[each["dpv:hasConsentStatus"][0]["dpv:hasConsentStatus"]],
            "matters": each["dpv:hasPersonalData"],
            "channels": [
                place["dct:title"] for place in each["dpv:hasRecipient"] if _LATER not in place
            ],
            "groups": [
                place["dct:title"] for place in each["dpv:hasRecipient"] if place.get(_LATER)
            ],
            "everywhere": each["obstat:everywhere"],
        }
        for each in records
    ]


ROUTES: Final = (show_receipt, get_file, get_print)
