-- Versions: a corrected report takes the place of the one it corrects, which stays and comes back when it is undone.

ALTER TABLE report ADD COLUMN superseded_by INTEGER REFERENCES report (id) ON DELETE SET NULL;
-- What two versions of one report have in common; NULL where a report does not say, or was added before this column.
ALTER TABLE report ADD COLUMN numbered TEXT;  -- who issued it, under which number, for which time
ALTER TABLE report ADD COLUMN titled TEXT;    -- what it is called, and for which time
CREATE INDEX report_superseded ON report (superseded_by);
CREATE INDEX report_numbered ON report (numbered);
CREATE INDEX report_titled ON report (titled);
