"""Step 4: cohorts, who learns in them, what they reached, what was learnt from them."""

from django.urls import path

from guildmark.web.pilots.views import answering, brief, cohorts, delivery, importing, improving, learners, surveys

app_name = "pilots"
urlpatterns = [
    path("", cohorts.index, name="index"),
    path("new/", cohorts.new, name="new"),
    # The token is the permission: learners answer without an account.
    path("survey/<str:token>/", answering.survey_sheet, name="answer"),
    path("<str:cohort>/", cohorts.overview, name="overview"),
    path("<str:cohort>/change/", cohorts.change, name="change"),
    path("<str:cohort>/remove/", cohorts.remove, name="remove"),
    path("<str:cohort>/picture/<str:subject>.<str:ending>", cohorts.picture, name="picture"),
    path("<str:cohort>/learners/", learners.index, name="learners"),
    path("<str:cohort>/learners/add/", learners.add, name="add_learner"),
    path("<str:cohort>/learners/template.xlsx", importing.template, name="template"),
    path("<str:cohort>/learners/import/", importing.upload, name="import"),
    path("<str:cohort>/learners/import/<str:upload>/", importing.preview, name="preview"),
    path("<str:cohort>/learners/<str:learner>/", learners.edit, name="learner"),
    path("<str:cohort>/learners/<str:learner>/results/", learners.results, name="learner_results"),
    path("<str:cohort>/learners/<str:learner>/remove/", learners.remove, name="remove_learner"),
    path("<str:cohort>/sessions/", delivery.sessions, name="sessions"),
    path("<str:cohort>/sessions/<str:session>/remove/", delivery.remove_session, name="remove_session"),
    path("<str:cohort>/attendance/", delivery.attendance, name="attendance"),
    path("<str:cohort>/results/", delivery.results, name="results"),
    path("<str:cohort>/survey/", surveys.results, name="survey"),
    path("<str:cohort>/survey/open/", surveys.open_survey, name="open_survey"),
    path("<str:cohort>/survey/links/", surveys.links, name="links"),
    path("<str:cohort>/decisions/", improving.decisions, name="decisions"),
    path("<str:cohort>/decisions/<str:decision>/", improving.decision, name="decision"),
    path("<str:cohort>/notes/", improving.notes, name="notes"),
    path("<str:cohort>/notes/<str:note>/remove/", improving.remove_note, name="remove_note"),
    path("<str:cohort>/telling/", improving.telling, name="telling"),
    path("<str:cohort>/telling/<str:sharing>/remove/", improving.remove_sharing, name="remove_sharing"),
    path("<str:cohort>/brief/", brief.brief, name="brief"),
]
