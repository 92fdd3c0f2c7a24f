from typing import Any

from guildmark.web.register.models import Publication
from tests.web.cast import World
from tests.web.isolation.table import COORDINATORS_WRITE, PUBLIC, Row, nowhere
from tests.web.published import approved, published


def publication(world: World) -> Publication:
    if "publication" not in world.made:
        world.made["publication"] = published(world.alice)
    found: Publication = world.made["publication"]
    return found


def with_publication(world: World) -> dict[str, Any]:
    return {"publication": publication(world).public_id}


def with_provider(world: World) -> dict[str, Any]:
    return {"provider": publication(world).providers.all()[0].public_id}


def with_approved(world: World) -> dict[str, Any]:
    version = approved(world.alice)
    return {"slug": "stage", "micro_credential": version.micro_credential.public_id, "number": version.number}


def of_the_partnership(world: World) -> dict[str, Any]:
    return {"slug": "stage", **with_publication(world)}


R = "register:"
ROWS = [
    Row(R + "index", "GET", PUBLIC, nowhere),
    Row(R + "index", "HEAD", PUBLIC, nowhere),
    Row(R + "index", "GET", PUBLIC, nowhere, query="?format=csv"),
    Row(R + "index", "GET", PUBLIC, nowhere, query="?format=xlsx"),
    Row(R + "compare", "GET", PUBLIC, nowhere),
    Row(R + "providers", "GET", PUBLIC, nowhere),
    Row(R + "providers", "GET", PUBLIC, nowhere, query="?format=csv"),
    Row(R + "provider", "GET", PUBLIC, with_provider),
    Row(R + "provider", "GET", PUBLIC, with_provider, query="?format=csv"),
    Row(R + "show", "GET", PUBLIC, with_publication),
    Row(R + "document", "GET", PUBLIC, with_publication),
    Row(R + "linked", "GET", PUBLIC, with_publication),
    Row(R + "publish", "POST", COORDINATORS_WRITE, with_approved),
    Row(R + "withdraw", "POST", COORDINATORS_WRITE, of_the_partnership),
]
