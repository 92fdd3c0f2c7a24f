"""Documents as strangers write them: what the standards show as examples, written by hand, and odder ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guildmark.credentials import openbadges
from guildmark.credentials.linkeddata import CREDENTIALS_V1, CREDENTIALS_V2, DATA_INTEGRITY_V2, OPEN_BADGES, Contexts
from tests.credentials import signed

EXAMPLES_V2 = "https://www.w3.org/ns/credentials/examples/v2"
_ODD = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    "Thing": {"@id": "urn:Thing", "@context": {"@propagate": True, "kept": "urn:kept", "name": "urn:name-of-thing"}},
    "Passing": {"@id": "urn:Passing", "@context": {"own": "urn:own", "name": "urn:name-of-passing"}},
    "Retyped": {"@id": "urn:Retyped", "@context": {"type": "urn:type"}},
    "name": "urn:name",
    "knows": {"@id": "urn:knows", "@type": "@id"},
    "inside": {"@id": "urn:inside", "@context": {"name": "urn:inner-name", "deep": "urn:deep"}},
    "chosen": {"@id": "urn:chosen", "@type": "@vocab"},
    "graph": {"@id": "urn:graph", "@type": "@id", "@container": "@graph"},
    "graphs": {"@id": "urn:graphs", "@type": "@id", "@container": ["@graph", "@set"]},
    "loose": {"@id": "urn:loose", "@container": "@graph"},
    "said": {"@id": "urn:said", "@container": "@language"},
    "saidAll": {"@id": "urn:said", "@container": ["@language", "@set"]},
    "list": {"@id": "urn:list", "@container": "@list"},
    "data": {"@id": "urn:data", "@type": "@json"},
    "indexed": {"@id": "urn:indexed", "@container": "@index"},
    "byId": {"@id": "urn:by-id", "@container": "@id"},
    "backwards": {"@reverse": "urn:forwards"},
    "double": {"@id": "urn:double", "@type": "http://www.w3.org/2001/XMLSchema#double"},
    "float": {"@id": "urn:float", "@type": "http://www.w3.org/2001/XMLSchema#float"},
    "text": {"@id": "urn:text", "@type": "http://www.w3.org/2001/XMLSchema#string"},
    "when": {"@id": "urn:when", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
    "german": {"@id": "urn:german", "@language": "de"},
    "arabic": {"@id": "urn:arabic", "@direction": "rtl"},
    "alsoName": "urn:name",
    "nothing": None,
    "nested": "@nest",
    "none": "@none",
    "also": "@id",
    "proof": {"@id": "urn:proof", "@type": "@id"},
    "pre": {"@id": "urn:pre:", "@prefix": True},
}
CONTEXTS = Contexts(
    openbadges.INLINE_CONTEXT,
    _ODD,
    further={EXAMPLES_V2: b'{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}'},
)

PROOF = {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-rdfc-2022",
    "created": "2023-02-24T23:36:38Z",
    "verificationMethod": "did:key:z6Mkabc#z6Mkabc",
    "proofPurpose": "assertionMethod",
    "proofValue": "z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZ",
}


def endorsement(number: int = 1, **more: Any) -> dict[str, Any]:
    """An endorsement with a context and a proof of its own, as 1EdTech's examples have them."""
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": f"https://example.edu/endorsementcredential/{number}",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": f"SDE endorsement {number}",
        "issuer": {"id": "https://accrediter.example/issuer", "type": ["Profile"], "name": "Example Accrediting"},
        "validFrom": "2010-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "https://example.edu/achievement/1",
            "type": ["EndorsementSubject"],
            "endorsementComment": "The issuer is accredited.",
        },
        "proof": [{**PROOF, "created": f"2022-07-2{number}T15:43:12Z"}],
        **more,
    }


def badge(**more: Any) -> dict[str, Any]:
    """An ordinary badge of somebody else's: blank nodes, an image, alignments and a result."""
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": "http://example.edu/credentials/3732",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Teamwork 🤝 “badge”",
        "issuer": {
            "id": "https://example.edu/issuers/565049",
            "type": ["Profile"],
            "name": "Example University",
            "url": "https://example.edu",
            "address": {"type": ["Address"], "addressCountry": "USA", "geo": {"type": "GeoCoordinates", "latitude": 1}},
            "image": {"id": "https://example.edu/logo.png", "type": "Image", "caption": "The \\ logo\n"},
        },
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": "sha256$0a",
                    "identityType": "emailAddress",
                    "salt": "not-so-random",
                }
            ],
            "creditsEarned": 3.5,
            "achievement": {
                "id": "https://example.com/achievements/21st-century-skills/teamwork",
                "type": ["Achievement"],
                "achievementType": "Certificate",
                "criteria": {"narrative": "Team members are nominated by their peers."},
                "creditsAvailable": 36,
                "description": "This badge recognises the development of the capacity to collaborate.",
                "name": "Teamwork",
                "tag": ["teamwork", "collaboration"],
                "alignment": [
                    {"type": ["Alignment"], "targetName": "One", "targetUrl": "https://example.org/one"},
                    {"type": ["Alignment"], "targetName": "Two", "targetUrl": "https://example.org/two"},
                ],
                "resultDescription": [
                    {
                        "id": "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c",
                        "type": ["ResultDescription"],
                        "name": "Final grade",
                        "resultType": "LetterGrade",
                        "allowedValue": ["A", "B", "C"],
                    }
                ],
            },
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": "urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c",
                    "value": "A",
                    "status": "Completed",
                }
            ],
        },
        "evidence": [
            {"id": "https://example.edu/e/1", "type": ["Evidence"], "name": "Portfolio"},
            {"type": "Evidence"},
        ],
        **more,
    }


def credential(**more: Any) -> dict[str, Any]:
    """The first example of VC Data Model 2.0, whose words no context but that of the examples defines."""
    return {
        "@context": [CREDENTIALS_V2, EXAMPLES_V2],
        "id": "http://university.example/credentials/3732",
        "type": ["VerifiableCredential", "ExampleDegreeCredential"],
        "issuer": "https://university.example/issuers/565049",
        "validFrom": "2010-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
            "degree": {"type": "ExampleBachelorDegree", "name": "Bachelor of Science and Arts"},
        },
        **more,
    }


def old_credential() -> dict[str, Any]:
    """An example of VC Data Model 1.1."""
    return {
        "@context": [CREDENTIALS_V1, "https://w3id.org/security/suites/ed25519-2020/v1"],
        "id": "http://example.edu/credentials/1872",
        "type": ["VerifiableCredential"],
        "issuer": "https://example.edu/issuers/565049",
        "issuanceDate": "2010-01-01T19:23:24Z",
        "credentialSubject": {"id": "did:example:ebfeb1f712ebc6f1c276e12ec21"},
        "proof": {key: item for key, item in PROOF.items() if key != "cryptosuite"} | {"type": "Ed25519Signature2020"},
    }


def odd(**members: Any) -> dict[str, Any]:
    """A document in words that do unusual things."""
    return {"@context": _ODD, "id": "urn:a", **members}


def ordinary() -> Iterator[dict[str, Any]]:
    """Documents that must take the quick way."""
    for record in (signed.small(), signed.example(), signed.full()):
        yield record
        yield signed.ob3(record)
    yield badge()
    yield badge(proof=[PROOF])
    yield badge(endorsement=[endorsement(1), endorsement(2)])
    yield badge(endorsement=[endorsement(1), endorsement(2)], proof=PROOF)
    yield credential()
    yield credential(proof=PROOF)
    yield credential(
        name=[{"@value": "Diplom", "@language": "de"}, {"@value": "Degree", "@language": "en"}],
        credentialStatus={
            "id": "https://university.example/status/3#94567",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "94567",
            "statusListCredential": "https://university.example/status/3",
        },
        credentialSchema=[{"id": "https://example.org/schemas/degree.json", "type": "JsonSchema"}],
        termsOfUse={"type": "TrustFrameworkPolicy", "id": "https://example.com/policies/credential/6"},
        relatedResource=[{"id": "https://www.w3.org/ns/credentials/v2", "digestSRI": "sha384-Ml"}],
    )
    yield credential(credentialSubject=[{"id": "did:example:a", "spouse": "did:example:b"}, {"name": "Somebody"}])
    yield old_credential()
    yield {"@context": [CREDENTIALS_V2], **PROOF}
    yield {"@context": [CREDENTIALS_V1, DATA_INTEGRITY_V2], **PROOF}


def unusual() -> Iterator[dict[str, Any]]:
    """Documents that the quick way may leave to the general one, and must never read differently."""
    text = 'every "quote", \\ and \x00\x07\b\t\n\x0b\f\r\x1f\x7f\ufffe\uffff 🎭 \ue000'
    yield odd()
    yield odd(name=text, knows={"name": text}, said={"en": text, "DE-at": [text, "zwei"], "none": "x", "@none": "y"})
    yield odd(name=[1, 1.0, 1.5, -0.0, 0, 1e300, 1e21, 1e-7, 10**22, 2**53, True, False, "true", "1", "1.5"])
    yield odd(double=[1, 1.0, 1.5, "1.5", "x", True], float=[1, 1.5, "x", True], text="x", when="2020", german="x")
    yield odd(knows=[1, 1.5, True, "urn:b", "relative", "pre:c", "https://x"], chosen=["name", "urn:x", "pre:x", 5])
    yield odd(name=None, knows=[None, {"name": None}], said={"en": None})
    yield odd(name=[], knows=[], graph=[], said={}, saidAll=[])
    yield odd(knows=[{}, {"name": []}])
    yield odd(knows={"id": "urn:b", "knows": {"id": "urn:b", "name": "b"}}, name="a")
    yield odd(knows=[{"id": "urn:b", "name": "b"}, {"id": "urn:b", "name": "c"}, {"id": "urn:b", "name": "b"}])
    yield odd(knows={"id": "urn:a", "name": "again"})
    yield odd(knows=[{"name": "alike"}, {"name": "alike"}])
    yield odd(knows=[{"knows": {"name": "x"}}, {"knows": {"name": "x"}}])
    yield odd(graphs=[{"name": "x", "knows": {"name": "y"}}, {"name": "z"}], graph={"id": "urn:b", "name": "y"})
    yield odd(graphs=[{"name": "x"}, {"name": "x"}])
    yield odd(graphs=["urn:b", {"id": "urn:b"}, {"@value": "x"}, 5], loose=["x", 5, {"name": "x"}])
    yield odd(graph={"name": "x", "graph": {"name": "y", "graph": {"name": "z"}}})
    yield odd(graph=[{"id": "urn:a", "name": "x"}], name="y")
    yield odd(type="Thing", kept="1", name="2", knows={"kept": "3", "name": "4", "own": "undefined"})
    yield odd(type="Passing", own="1", name="2", knows={"name": "3", "type": "Thing", "kept": "4"})
    yield odd(type=["Thing", "Passing"], own="1", name="2", kept="3", inside={"name": "4", "deep": "5", "kept": "6"})
    yield odd(type="Passing", inside={"id": "urn:b"}, knows={"id": "urn:c"}, name={"@value": "x"})
    yield odd(type="Retyped", name="x")
    yield odd(type=[], name="x")
    yield odd(type=["Thing", "Thing"], name="x")
    yield odd(type="Unknown", name="x")
    yield odd(type=["Thing", 5], name="x")
    yield odd(inside={"name": "1", "knows": {"name": "2", "inside": {"deep": "3"}}}, name="4", alsoName="4")
    yield odd(list=["a", "b"], data={"a": [1]}, indexed={"a": "b"}, byId={"urn:c": {"name": "x"}})
    yield odd(list=[], knows=[{"list": ["a"]}, {"list": ["a", "b"]}, {"list": ["c", "b"]}])
    yield odd(list=[{"name": "x"}, "a", "a", {"id": "urn:b"}, {"id": "urn:c", "list": [1]}], graph={"list": ["a", "b"]})
    yield odd(list="x", knows=[{"list": 5}, {"list": {"name": "x"}}, {"list": [["a"]]}, {"list": [None]}])
    yield odd(backwards={"id": "urn:b"}, nested={"name": "x"}, arabic="x")
    yield odd(name=[["a"], "b"])
    yield odd(name={"@value": "x", "@type": "urn:t"})
    yield odd(name={"@value": "x", "@type": "https://example.org/t"})
    yield odd(name={"@value": "x", "@type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"})
    yield odd(name={"@value": "x", "@type": "http://www.w3.org/2001/XMLSchema#string"})
    for number in (5, 5.5, True, False, 0):
        yield odd(name={"@value": number, "@type": "http://www.w3.org/2001/XMLSchema#string"}, text=number)
    yield odd(name={"@value": "x", "@type": "Thing"})
    yield odd(name=[{"@value": "x", "@language": "EN-gb"}, {"@value": "x", "@language": "not a tag"}])
    yield odd(name={"@value": 5, "@language": "en"})
    yield odd(name={"@value": {"a": 1}, "@type": "@json"})
    yield odd(name={"@value": None})
    yield odd(name={"@language": "en"})
    yield odd(said=["plain", {"name": "a node"}], saidAll={"en": ["x", "x"], "EN": "x"})
    yield odd(said={"id": "urn:a", "en": "x"})
    yield odd(knows="undefined-in-json-ld:x")
    yield odd(chosen="undefined-in-json-ld:x", knows={"id": "undefined-in-json-ld:x", "name": "y"})
    yield odd(knows="_:b", also="urn:c")
    yield odd(nothing="x")
    yield odd(proof="urn:p", name="x")
    yield odd(proof=[{"id": "urn:a", "name": "y"}, "urn:p", {"name": "z"}], name="x")
    yield odd(**{"urn:full": "x"})
    yield {"@context": _ODD, "name": "x"}
    yield {"@context": _ODD}
    yield {"@context": _ODD, "id": 5, "name": "x"}
    yield {"@context": _ODD, "id": "not an address", "name": "x"}
    yield {"@context": [], "id": "urn:a"}
    yield {"@context": None, "id": "urn:a"}
    yield {"id": "urn:a"}
    yield {"@context": [_ODD, None], "id": "urn:a", "name": "x"}
    yield {"@context": [_ODD, CREDENTIALS_V2], "id": "urn:a", "name": "x"}
    yield {"@context": [CREDENTIALS_V2, _ODD], "id": "urn:a", "type": "VerifiableCredential", "name": "x"}
    yield odd(knows={"@context": CREDENTIALS_V2, "name": "x"}, name="y")
    yield odd(knows={"@context": {"name": "urn:of-its-own"}, "name": "x"})
    yield odd(
        knows=[{"name": str(number), "knows": [{"name": f"{number}.{n}"} for n in range(9)]} for number in range(9)]
    )
    yield odd(name=[f"{number}" for number in range(1200)])
    yield badge(proof="urn:not-a-proof")
    yield badge(proof=["urn:not-a-proof", {"id": "urn:p"}, {**PROOF, "undefined": 1}])
    yield badge(endorsement=[endorsement(1), endorsement(1)])
    yield badge(endorsement=[endorsement(1, proof=[PROOF, PROOF]), endorsement(2, proof=[PROOF])])
    yield badge(endorsementJwt=["a.b.c"], undefined="x")
    yield badge(type=["VerifiableCredential", "OpenBadgeCredential", "ext:Mine"])
    yield {
        "@context": [CREDENTIALS_V2, EXAMPLES_V2],
        "type": ["VerifiablePresentation", "ExamplePresentation"],
        "verifiableCredential": [credential(proof=PROOF), badge(proof=[PROOF])],
        "proof": {**PROOF, "challenge": "1"},
    }
