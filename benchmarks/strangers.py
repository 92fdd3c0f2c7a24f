"""Badges as others write them, no two alike: other issuers, designs, texts and learners, and no word of ours."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.ordinary import MOMENT, Ordinary
from guildmark.credentials.linkeddata import CREDENTIALS_V2, OPEN_BADGES
from guildmark.credentials.proofs import eddsa_rdfc


def strangers_badges(record: Ordinary, count: int = 200) -> list[bytes]:
    """Signed badges in one line of JSON each."""
    signed = (
        eddsa_rdfc.sign(badge(number, record.key.did), record.key, created=MOMENT, contexts=record.contexts)
        for number in range(count)
    )
    return [json.dumps(document, ensure_ascii=False).encode("utf-8") for document in signed]


def badge(number: int, issuer: str) -> dict[str, Any]:
    """One badge with what the complete example of Open Badges 3.0 ordinarily has."""
    site = f"https://school-{number}.example"
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": f"{site}/credentials/{number * 7919}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"Stage craft {number}",
        "description": f"What was learnt in the course number {number}, from lighting to rigging.",
        "issuer": {
            "id": issuer,
            "type": ["Profile"],
            "name": f"School of Stage Crafts No. {number}",
            "url": site,
            "email": f"office@school-{number}.example",
            "image": {"id": f"{site}/mark.png", "type": "Image", "caption": f"The mark of school {number}"},
            "address": {"type": ["Address"], "addressCountry": "Czechia", "addressLocality": f"Place {number}"},
        },
        "validFrom": "2026-01-01T00:00:00Z",
        "validUntil": "2036-01-01T00:00:00Z",
        "credentialSubject": {
            "id": f"did:example:{number:032x}",
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": f"sha256${number:064x}",
                    "identityType": "emailAddress",
                    "salt": f"{number:016x}",
                }
            ],
            "activityStartDate": "2025-09-01T00:00:00Z",
            "activityEndDate": "2025-12-20T00:00:00Z",
            "creditsEarned": 2.5,
            "achievement": {
                "id": f"{site}/achievements/craft",
                "type": ["Achievement"],
                "achievementType": "MicroCredential",
                "name": f"Stage craft {number}",
                "description": f"Rigs and lights a small stage safely ({number}).",
                "criteria": {"narrative": f"A light plot was made, hung, focused and defended before jury {number}."},
                "creditsAvailable": 2.5,
                "humanCode": f"SC-{number}",
                "inLanguage": "en",
                "tag": ["stage", "light", f"course {number}"],
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": f"{what} of school {number}",
                        "targetUrl": f"{site}/skills/{what}",
                        "targetFramework": "Skills of the stage",
                        "targetType": "CFItem",
                    }
                    for what in ("lighting", "rigging", "safety")
                ],
                "resultDescription": [
                    {
                        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012x}",
                        "type": ["ResultDescription"],
                        "name": "Final grade",
                        "resultType": "LetterGrade",
                    }
                ],
            },
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": f"urn:uuid:00000000-0000-4000-8000-{number:012x}",
                    "value": "A",
                }
            ],
        },
        "evidence": [{"id": f"{site}/evidence/{number}", "type": ["Evidence"], "name": f"Light plot {number}"}],
    }
