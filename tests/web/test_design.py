"""Step 4: versions are numbered and kept, the check is the library's, and what is approved has no error."""

from __future__ import annotations

import pytest

from guildmark.errors import GuildmarkError
from guildmark.toolkit.design.template import example
from guildmark.web.design import actions, selectors
from guildmark.web.look.refusals import Refused
from tests.web.cast import World


def test_every_save_is_a_new_version_and_the_old_one_stays(world: World) -> None:
    made = actions.create(world.alice, "Sustainable Scenography", example())
    changed = example() | {"workload": {"hours": 120, "ects": 4}}
    saved = actions.save_version(world.alice, made.public_id, changed, version=1, note="More hours in the workshop.")
    assert (saved.number, selectors.version(world.alice, made.public_id, 1).document) == (2, example())
    assert actions.save_version(world.alice, made.public_id, changed, version=2).number == 2
    with pytest.raises(GuildmarkError, match="Somebody else saved this"):
        actions.save_version(world.alice, made.public_id, example(), version=1)


def test_a_version_with_errors_is_not_approved_and_the_errors_are_said(world: World) -> None:
    made = actions.create(world.alice, "Half a thought")
    with pytest.raises(GuildmarkError) as refused:
        actions.approve(world.alice, made.public_id, 1)
    codes = [fault.code for fault in refused.value.faults]
    assert codes[0] == "design.approve.errors"
    assert "element.learning_outcomes.missing" in codes


def test_only_a_coordinator_approves_and_a_second_yes_changes_nothing(world: World) -> None:
    made = actions.create(world.access("bob"), "Sustainable Scenography", example())
    with pytest.raises(Refused):
        actions.approve(world.access("bob"), made.public_id, 1)
    approval = actions.approve(world.alice, made.public_id, 1, "Both workshops agree.")
    assert actions.approve(world.alice, made.public_id, 1, "Again.") == approval
    assert [one.number for one in selectors.approved_versions(world.alice)] == [1]
