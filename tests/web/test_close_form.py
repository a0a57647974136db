"""
Whoever publishes forms closes one on its page, and opens it again.
"""

from service.decision.powers import Role
from tests.api.office import version
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def test_a_form_that_was_closed_is_offered_nowhere(house: StaffedHouse) -> None:
    version_id = version(house.door)
    form_id = house.door.get("/forms/image")["id"]
    path, print_page = f"/forms/{form_id}", f"/people/{house.door.person()}/paper"
    manager = reader(house, Role.ADMINISTRATOR, "Chika")
    for shown in (manager.get("/campaigns"), manager.get(print_page)):
        assert "Images" in shown

    assert path == manager.post(f"{path}/close", {})

    closed = manager.get(path)
    assert "This form is closed" in closed
    assert ("New version" in closed, "Open this form again" in closed) == (False, True)
    assert "Closed" in manager.get("/forms")
    assert "Print" not in manager.get(f"/form-versions/{version_id}")
    for shown in (manager.get("/campaigns"), manager.get(print_page)):
        assert "Images" not in shown
    manager.post(f"/form-versions/{version_id}/print", {"language": "fr-BE"}, status=409)

    assert path == manager.post(f"{path}/reopen", {})
    assert "Close this form" in manager.get(path)


def test_whoever_only_reads_forms_closes_none(house: StaffedHouse) -> None:
    version(house.door)
    path = f"/forms/{house.door.get('/forms/image')['id']}"
    registrar = reader(house, Role.REGISTRAR)

    assert "Close this form" not in registrar.get(path)
    registrar.post(f"{path}/close", {}, status=403)
