-- Each query keeps one plan, whatever its values (docs/adr/0013): this index gives one's own requests in the order in which they are
-- shown, so that no plan is tempted to read the whole authority's in that order.
drop index request_summary_person;
create index request_summary_person on request_summary (authority_id, submitted_by, submitted_on desc, rank desc);
