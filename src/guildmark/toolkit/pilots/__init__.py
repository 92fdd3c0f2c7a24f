"""Step 4.4 and 4.5, piloting: what a small group's answers can say, and what they cannot.

Pilots have 8 to 40 participants who know each other. So counts come before percentages, small cells are
hidden so that nobody is recognised, and tests are exact (docs/rules/pilot_statistics.md).
"""

from guildmark.toolkit.pilots.answers import Answered, Change, Opinion, SurveyResults, survey_results
from guildmark.toolkit.pilots.comparing import (
    Comparison,
    EffectSize,
    SignTest,
    WilcoxonTest,
    compare_before_after,
    holm,
    rank_biserial,
    sign_test,
    wilcoxon,
)
from guildmark.toolkit.pilots.participation import ResponseRate, response_rate
from guildmark.toolkit.pilots.passing import Attainment, passed
from guildmark.toolkit.pilots.reporting import Share, describe_share
from guildmark.toolkit.pilots.shares import finite_population_correction, standard_error, wilson
from guildmark.toolkit.pilots.summary import Summary, quantile, summarise
from guildmark.toolkit.pilots.suppression import Cell, Suppressed, suppress
from guildmark.toolkit.pilots.survey import Asked, Phase, Survey, survey

__all__ = [
    "Answered",
    "Asked",
    "Attainment",
    "Cell",
    "Change",
    "Comparison",
    "EffectSize",
    "Opinion",
    "Phase",
    "ResponseRate",
    "Share",
    "SignTest",
    "Summary",
    "Suppressed",
    "Survey",
    "SurveyResults",
    "WilcoxonTest",
    "compare_before_after",
    "describe_share",
    "finite_population_correction",
    "holm",
    "passed",
    "quantile",
    "rank_biserial",
    "response_rate",
    "sign_test",
    "standard_error",
    "summarise",
    "suppress",
    "survey",
    "survey_results",
    "wilcoxon",
    "wilson",
]
