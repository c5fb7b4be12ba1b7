-- two devices may give the same number at the same moment: neither step is the other's
alter table late_step drop constraint late_step_pkey;
alter table late_step add constraint late_step_once unique nulls not distinct (sitting_id, seq, typed_at, device);
