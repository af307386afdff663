-- Pairs: who helps whom. Nothing but roles of assignments, and how people read them.

CREATE VIEW pair_status AS
  -- 帮带对子. An item whose assignments bear the roles mentor and mentee: one row for each two of them, as long as neither was taken back.
  SELECT i.id AS item, l.code || '/' || i.no AS ref, l.code AS ledger, i.no, i.title, m.code AS mentor, m.name AS mentor_name, n.code AS mentee, n.name AS mentee_name,
    (SELECT value FROM value WHERE item = i.id AND field = 'since') AS since, (SELECT value FROM value WHERE item = i.id AND field = 'until') AS until, i.state
  FROM assignment a JOIN assignment b ON b.item = a.item AND b.role = 'mentee' AND b.ended_at IS NULL JOIN item i ON i.id = a.item JOIN ledger l ON l.id = i.ledger
    JOIN unit m ON m.id = a.unit JOIN unit n ON n.id = b.unit
  WHERE a.role = 'mentor' AND a.ended_at IS NULL;
