"""The micro-credential design: one document, whose top-level keys are the European standard elements.

The guide, ch. 3.4 (Table 1) names the elements; docs/cli.md gives their shapes. A design is kept as
written: `Design.as_written()` gives back the very JSON that was read, so that a record signed later
says what its authors said.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, StringConstraints, Tag
from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, JsonSchemaMode
from pydantic_core import PydanticCustomError

from guildmark.toolkit.design.choices import ShapesForOthers, by_kind

SOMETHING = r"\S"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
COUNTRY = r"^[A-Z]{2}$"
COUNTRY_REGION = r"^[A-Z]{2}(/\S.*)?$"


def _each_language_once(texts: dict[str, str]) -> dict[str, str]:
    tags = [tag.lower() for tag in texts]
    for tag in tags:
        if tags.count(tag) > 1:
            raise PydanticCustomError("language_twice", "the language {tag} stands twice", {"tag": tag})
    return texts


NonBlank = Annotated[str, StringConstraints(pattern=SOMETHING)]
"""A string with something to read in it."""
LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE)]
"""A BCP 47 tag: "en", "pt-BR"."""
TextByLanguage = Annotated[dict[LanguageTag, NonBlank], Field(min_length=1), AfterValidator(_each_language_once)]
Text = Annotated[Annotated[NonBlank, Tag("|string")] | Annotated[TextByLanguage, Tag("|object")], by_kind("text")]
"""A text: a string, or a string per language. Never normalised."""
Number = Annotated[
    Annotated[int, Tag("|integer")] | Annotated[float, Field(allow_inf_nan=False), Tag("|fraction")], by_kind("number")
]
"""A number as JSON writes it: 4 stays 4 and 4.0 stays 4.0."""
Key = Annotated[str, StringConstraints(pattern=ID)]
"""An id inside the design: "lo1", "as2"."""
CountryRegion = Annotated[str, StringConstraints(pattern=COUNTRY_REGION)]
"""ISO 3166-1 alpha-2, a region after a slash where it matters: "CZ", "CZ/Prague"."""


class Part(BaseModel):
    """A part of the design: immutable, strict, and with no key that we would drop."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, validate_by_name=False, validate_by_alias=True)

    def as_written(self) -> dict[str, Any]:
        """The JSON object that was read: the keys that were there, and no other."""
        return self.model_dump(mode="json", exclude_unset=True, by_alias=True)

    @classmethod
    def model_json_schema(
        cls,
        by_alias: bool | None = True,
        ref_template: str = DEFAULT_REF_TEMPLATE,
        schema_generator: type[GenerateJsonSchema] = ShapesForOthers,
        mode: JsonSchemaMode = "validation",
        *,
        union_format: Literal["any_of", "primitive_type_array"] = "any_of",
    ) -> dict[str, Any]:
        """The shape as JSON Schema (draft 2020-12), for those who check designs without this software."""
        return super().model_json_schema(by_alias, ref_template, schema_generator, mode, union_format=union_format)


class LearnerIdentification(Part):
    """Which facts identify the learner; filled in when the record is issued."""

    required: Annotated[list[Literal["name", "email", "identifier", "birth_date"]], Field(min_length=1)]


class DateOfIssuing(Part):
    """The rule that dates the record; filled in when it is issued."""

    rule: Literal["on_award"]


class AwardingBody(Part):
    """Who awards (R10): not necessarily who signs, and not who runs the software."""

    name: Text
    id: NonBlank | None = None
    country: CountryRegion | None = None


class Skill(Part):
    """A skill of a framework that others know, such as ESCO."""

    name: Text
    uri: NonBlank


class LearningOutcome(Part):
    """What the learner knows, understands and can do afterwards, and what shows it."""

    id: Key
    text: Text
    kind: Literal["knowledge", "skill", "responsibility"] | None = None
    assessed_by: list[Key] | None = None
    skills: list[Skill] | None = None


class Workload(Part):
    """Notional workload: hours, and ECTS credits wherever possible."""

    hours: Annotated[Number, Field(gt=0, le=100_000)]
    ects: Annotated[Number, Field(gt=0, le=10_000)] | None = None


class NqfLevel(Part):
    """A level of a national framework, as that framework writes it."""

    country: Annotated[str, StringConstraints(pattern=COUNTRY)]
    level: Annotated[Annotated[NonBlank, Tag("|string")] | Annotated[int, Tag("|integer")], by_kind("text_or_integer")]


class Level(Part):
    """The level of the learning experience, in one framework or several."""

    eqf: Annotated[int, Field(ge=1, le=8)] | None = None
    nqf: NqfLevel | None = None
    qf_ehea: Literal["short", "first", "second", "third"] | None = None


class NoLevel(Part):
    """No level applies, said with a reason: silence would be a missing element (R15)."""

    not_applicable: Text


class Assessment(Part):
    """One way of assessing; `type` is a key of the European assessment vocabulary."""

    id: Key
    type: NonBlank
    criteria: Text | None = None
    weight: Annotated[Number, Field(ge=0)] | None = None
    description: Text | None = None


class Participation(Part):
    """Form of participation, with duration in weeks and pace (ch. 3.3.1, 3.3.2)."""

    mode: Literal["online", "onsite", "blended", "volunteering", "work_experience"]
    weeks: Annotated[Number, Field(gt=0, le=1_000)] | None = None
    pace: Literal["rapid", "gradual"] | None = None


class ExternalAssurance(Part):
    """Who looks from outside: an agency, a standard, a label, peers."""

    name: Text
    url: NonBlank | None = None
    kind: NonBlank | None = None


class QualityAssurance(Part):
    """Internal procedures and external bodies; at least one of the two."""

    internal: list[Text] | None = None
    external: list[ExternalAssurance] | None = None


SupervisionKind = Literal["unsupervised_without_id", "supervised_without_id", "supervised_with_id"]


class Supervision(Part):
    """Supervision and identity verification with the place where that matters."""

    kind: SupervisionKind
    place: Literal["online", "onsite"]


class GradeRange(Part):
    """A numeric scale and the value from which one has passed."""

    min: Number
    max: Number
    passing: Number | None = Field(default=None, alias="pass")


class Grade(Part):
    """The scale of grades: words from best to worst, or a range of numbers."""

    scale: Annotated[
        Annotated[list[NonBlank], Field(min_length=1), Tag("|list")] | Annotated[GradeRange, Tag("|object")],
        by_kind("scale"),
    ]


class Towards(Part):
    """A larger credential that this one counts towards, and the model of ch. 3.3.6."""

    title: Text
    model: Literal["embedded", "prior_learning", "modular"] | None = None


class Stackability(Part):
    """Standalone, or integrated and stackable towards another; the receiver decides (ch. 3.5, principle 5)."""

    kind: Literal["standalone", "integrated"]
    towards: list[Towards] | None = None


class AdditionalElement(Part):
    """An element of the issuer's own (R16a): shown and kept, never mistaken for a standard one."""

    name: Text
    value: Text


Countries = Annotated[
    Annotated[CountryRegion, Tag("|string")] | Annotated[list[CountryRegion], Field(min_length=1), Tag("|list")],
    by_kind("country_or_list"),
]
Bodies = Annotated[
    Annotated[AwardingBody, Tag("|object")] | Annotated[list[AwardingBody], Field(min_length=1), Tag("|list")],
    by_kind("body_or_list"),
]


def _outcome_or_text(keys: set[str]) -> str | None:
    # "id" is also the tag of Indonesian, so it tells only when it stands alone.
    return "|outcome" if keys & {"text", "assessed_by", "kind", "skills"} or keys == {"id"} else None


def _level_or_none(keys: set[str]) -> str | None:
    return "|none" if "not_applicable" in keys else None


Outcome = Annotated[
    Annotated[NonBlank, Tag("|string")]
    | Annotated[LearningOutcome, Tag("|outcome")]
    | Annotated[TextByLanguage, Tag("|object")],
    by_kind("outcome", _outcome_or_text),
]
"""An outcome with an id and what assesses it, or a plain text."""
TextOrOutcome = LearningOutcome | str | dict[str, str]
"""What an outcome is once it was read."""
LevelOrNone = Annotated[
    Annotated[Level, Tag("|object")] | Annotated[NoLevel, Tag("|none")], by_kind("level", _level_or_none)
]
SupervisionChoice = Annotated[
    Annotated[SupervisionKind, Tag("|string")] | Annotated[Supervision, Tag("|object")], by_kind("supervision")
]
Version = Annotated[Annotated[NonBlank, Tag("|string")] | Annotated[int, Tag("|integer")], by_kind("text_or_integer")]


class Design(Part):
    """A design read from a document: every element that is there and has the right shape.

    Elements that are missing or misshapen are None; `guildmark.toolkit.design.check` names them.
    """

    learner_identification: LearnerIdentification | None = None
    title: Text | None = None
    issuer_country: Countries | None = None
    awarding_body: Bodies | None = None
    date_of_issuing: DateOfIssuing | None = None
    learning_outcomes: Annotated[list[Outcome], Field(min_length=1)] | None = None
    workload: Workload | None = None
    level: LevelOrNone | None = None
    assessment: Annotated[list[Assessment], Field(min_length=1)] | None = None
    participation: Participation | None = None
    quality_assurance: QualityAssurance | None = None
    prerequisites: Text | None = None
    supervision: SupervisionChoice | None = None
    grade: Grade | None = None
    stackability: Stackability | None = None
    further_information: Text | None = None

    id: NonBlank | None = None
    version: Version | None = None
    language: LanguageTag | None = None
    issuing_authority: Bodies | None = None
    focus: JsonValue = None
    skills_need: JsonValue = None
    modules: JsonValue = None
    activities: JsonValue = None
    image: NonBlank | None = None
    validity: JsonValue = None
    additional_elements: list[AdditionalElement] | None = None
