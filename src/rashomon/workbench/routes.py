"""The addresses of the workbench, and which of them stand in the navigation."""

from __future__ import annotations

VIEWS: dict[str, str] = {
    "/events": "events:show_events",
    "/events/map": "events:show_map",
    "/events/{event_id}": "event:show_event",
    "/claims": "claims:show_claims",
    "/events/{event_id}/article": "article:show_article",
    "/compare": "compare:show_comparison",
    "/claims/{claim_id}": "claim:show_claim",
    "/reports": "reports:show_reports",
    "/reports/{report_id}": "report:show_report",
    "/history": "history:show_history",
    "/names": "names:show_names",
    "/actors": "actors:show_actors",
    "/actors/{actor_id:path}": "actors:show_actor",
    "/places": "places:show_places",
    "/places/{place_id:path}": "places:show_place",
    "/sources": "sources:show_sources",
    "/towns": "towns:show_towns",
    "/search": "search:show_search",
    "/audit": "audit:show_audit_form",
    "/audit/{audit_id}": "audit:show_audit",
    "/add": "add:show_add",
    "/jobs/{job_id}": "add:show_job",
    "/coding": "coding:show_samples",
    "/coding/{sample_id}": "coding:show_coding",
    "/coding/{sample_id}/agreement": "agreement:show_agreement",
    "/downloads": "downloads:show_downloads",
    "/downloads/{name}": "downloads:show_download",
    "/state": "state:show_state",
}
"""Address → "module:function" in `pages`: what may be looked at."""

LISTS = ("/events", "/reports", "/actors", "/places", "/sources")
"""Views of the whole case: looked at once in each new snapshot, so that no visitor waits for what they look up; the
first before anyone sees the snapshot."""

ACTIONS: dict[str, str] = {
    "/events/merge": "ties:merge",
    "/events/apart": "ties:apart",
    "/events/split": "ties:split",
    "/events/tie": "ties:tie",
    "/events/untie": "ties:untie",
    "/claims/decide": "decisions:decide_on_claims",
    "/claims/bulk": "claims:decide_on_many",
    "/claims/correct": "decisions:correct_claim",
    "/identify": "decisions:identify",
    "/reports/{report_id}/metadata": "report:fix_report",
    "/reports/{report_id}/claims": "missed:add_missed_claim",
    "/history/import": "history:take_decisions",
    "/coding/draw": "coding:draw_sample",
    "/coding/{sample_id}/code": "coding:keep_coding",
    "/coding/{sample_id}/open": "agreement:open_sample",
    "/coding/{sample_id}/adjudicate": "agreement:adjudicate_claim",
    "/undo": "decisions:undo",
    "/add": "add:add_reports",
    "/audit": "audit:hand_in",
    "/sources/grade": "sources:grade",
    "/person": "person:call_me",
}
"""Address → "module:function" in `pages`: what may be done, by POST. Answered with where to go next."""

FILES: dict[str, str] = {
    "/download/{name}": "downloads:give_download",
    "/audit/{audit_id}/as/{form}": "audit:give_audit",
    "/coding/{sample_id}/agreement/as/{form}": "agreement:give_agreement",
    "/history/decisions.jsonl": "history:give_decisions",
}
"""Address → "module:function" in `pages`: what may be taken away as a file."""

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/events", "Events"),
    ("/reports", "Reports"),
    ("/claims", "Claims"),
    ("/actors", "Actors"),
    ("/places", "Places"),
    ("/sources", "Sources"),
    ("/search", "Search"),
    ("/audit", "Audit"),
    ("/coding", "Double coding"),
    ("/history", "History"),
    ("/add", "Add reports"),
    ("/downloads", "Downloads"),
)
"""Address and name, in the order a person meets them; an address without a view does not show."""
