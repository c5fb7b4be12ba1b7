-- What the year's result proposes for a pupil, and who decided otherwise and why.
alter table rollover_move add column standing text not null default 'UNKNOWN';
alter table rollover_move add column why text not null default '';
alter table rollover_move add column proposed text;
alter table rollover_move add column decided_by uuid;
alter table rollover_move add column decided_at timestamptz;
alter table rollover_move add column reason text not null default '';
update rollover_move set proposed = decision;
alter table rollover_move alter column proposed set not null;

comment on column rollover_move.why is 'the sentences that the proposal rests on, one a line';
comment on column rollover_move.decided_by is 'null: as proposed';
comment on column rollover_move.reason is 'why it was decided otherwise';
