# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.concerns.desk import case, disclosures, inbox, intake, papers, post, routing, statements, templates
from friedensplatz.concerns.views import barriers, by_mail, following, handing_in, keeping, own, petitions

urlpatterns: list[URLPattern | URLResolver] = [
    path("concerns/new/", handing_in.concern_start, name="concern_start"),
    path("concerns/new/<str:token>/words/", handing_in.concern_words, name="concern_words"),
    path("concerns/new/<str:token>/protection/", handing_in.concern_protection, name="concern_protection"),
    path("concerns/new/<str:token>/about/", handing_in.concern_about, name="concern_about"),
    path("concerns/new/<str:token>/particulars/", handing_in.concern_particulars, name="concern_particulars"),
    path("concerns/new/<str:token>/contact/", handing_in.concern_contact, name="concern_contact"),
    path("concerns/new/<str:token>/more/", handing_in.concern_more, name="concern_more"),
    path("concerns/new/<str:token>/check/", handing_in.concern_check, name="concern_check"),
    path("concerns/new/<str:token>/receipt/", handing_in.concern_receipt, name="concern_receipt"),
    path("concerns/new/<str:token>/receipt/keep/", keeping.receipt_keep, name="receipt_keep"),
    path("concerns/barriers/", barriers.barrier_report, name="barrier_report"),
    path("concerns/barriers/<str:token>/", barriers.barrier_words, name="barrier_words"),
    path("concerns/barriers/<str:token>/check/", barriers.barrier_check, name="barrier_check"),
    path("concerns/status/", following.concern_status, name="concern_status"),
    path("concerns/status/reply/", following.concern_reply, name="concern_reply"),
    path("concerns/status/withdraw/", following.concern_withdraw, name="concern_withdraw"),
    path("concerns/status/protection/", following.concern_protect, name="concern_protect"),
    path("concerns/status/consent/<str:purpose>/", own.concern_consent, name="concern_consent"),
    path("concerns/status/keep/", keeping.concern_keep, name="concern_keep"),
    path("concerns/status/leave/", following.concern_leave, name="concern_leave"),
    path("concerns/status/files/<int:pk>/", following.concern_file, name="concern_file"),
    path("concerns/by-mail/<str:token>/", by_mail.concern_by_mail, name="concern_by_mail"),
    path("petitions/", petitions.petition_list, name="petition_list"),
    path("petitions/<int:pk>/", petitions.petition, name="petition"),
    path("concerns/mine/", keeping.my_concerns, name="my_concerns"),
    path("concerns/mine/<str:reference>/", keeping.my_concern, name="my_concern"),
    path("concerns/mine/<str:reference>/release/", keeping.concern_release, name="concern_release"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("post/", post.desk_post, name="desk_post"),
    path("post/aside/", post.desk_post_aside, name="desk_post_aside"),
    path("post/<int:pk>/", post.desk_mail, name="desk_mail"),
    path("post/<int:pk>/<str:name>/", post.desk_mail_decide, name="desk_mail_decide"),
    path("concerns/", inbox.desk_inbox, name="desk_inbox"),
    path("concerns/figures/", inbox.desk_figures, name="desk_figures"),
    path("concerns/disclosures/", disclosures.desk_disclosures, name="desk_disclosures"),
    path("concerns/disclosures/<int:pk>/", disclosures.disclosure_decide, name="disclosure_decide"),
    path("concerns/routing/", routing.desk_routing, name="desk_routing"),
    path("concerns/templates/", templates.desk_templates, name="desk_templates"),
    path("concerns/templates/<int:pk>/", templates.desk_template, name="desk_template"),
    path("concerns/templates/new/<slug:office>/", templates.desk_template_new, name="desk_template_new"),
    path("concerns/intake/", intake.desk_intake, name="desk_intake"),
    path("concerns/intake/<str:token>/", intake.desk_intake_check, name="desk_intake_check"),
    path("concerns/intake/<str:token>/change/", intake.desk_intake_change, name="desk_intake_change"),
    path("concerns/intake/<str:token>/receipt/", intake.desk_intake_receipt, name="desk_intake_receipt"),
    path("concerns/<str:reference>/paper/", papers.desk_petition_paper, name="desk_petition_paper"),
    path("concerns/<str:reference>/", case.desk_case, name="desk_case"),
    path("concerns/<str:reference>/files/<int:pk>/", case.desk_file, name="desk_file"),
    path("concerns/<str:reference>/statements/<int:pk>/", statements.desk_statement, name="desk_statement"),
    path(
        "concerns/<str:reference>/statements/<int:pk>/take-back/",
        statements.desk_statement_take_back,
        name="desk_statement_take_back",
    ),
    path("concerns/<str:reference>/<str:name>/", case.desk_deed, name="desk_deed"),
]
