"""A key can be compromised; every version of a did:web's document is kept.

Until now a key was only ever added, so the keys tell every document that was published, to the byte.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlsplit

import django.db.models.deletion
import django.utils.timezone
from django.apps.registry import Apps
from django.db import migrations, models


def document(did: str, multikeys: list[str]) -> bytes:
    """The bytes at did.json with these keys, as they were written up to this migration."""
    methods = [
        {"id": f"{did}#{one}", "type": "Multikey", "controller": did, "publicKeyMultibase": one} for one in multikeys
    ]
    said = {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }
    return json.dumps(said, indent=2, sort_keys=True).encode("ascii") + b"\n"


def first_versions(apps: Apps, schema_editor: Any) -> None:
    """A version for each time at which a key was made, with the keys that there were then."""
    version = apps.get_model("issuing", "DidVersion")
    for issuer in apps.get_model("issuing", "Issuer").objects.filter(identity="did:web"):
        host = quote(urlsplit(issuer.origin).netloc, safe=".-")
        did = f"did:web:{host}:issuers:{issuer.slug}"
        multikeys: list[str] = []
        for key in issuer.keys.order_by("id"):
            multikeys.append(key.did_key.removeprefix("did:key:"))
            version.objects.create(
                issuer=issuer, number=len(multikeys), document=document(did, multikeys), at=key.made_at
            )


class Migration(migrations.Migration):
    """Adds the column and the table, and fills the table."""

    dependencies = [("issuing", "0005_records_by_status")]
    operations = [
        migrations.AddField("signingkey", "compromised_at", models.DateTimeField(blank=True, null=True)),
        migrations.CreateModel(
            name="DidVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("document", models.BinaryField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="did_versions", to="issuing.issuer"
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [models.UniqueConstraint(fields=("issuer", "number"), name="one_did_document_a_number")],
            },
        ),
        migrations.RunPython(first_versions, migrations.RunPython.noop),
    ]
