"""Uses per store and month by DuckDB, as `review-packet usage --sums month` prints them."""

import sys

import duckdb

season, as_of = sys.argv[1:3]
# Columns are named and typed: guessing them would cost a second look at the files.
duckdb.sql(f"""
  COPY (
    SELECT store_id, strftime(month, '%Y-%m') AS month, uses
    FROM (
      SELECT u.store_id, date_trunc('month', u.date) AS month, sum(u.uses)::BIGINT AS uses
      FROM read_csv('{season}/usage/*.csv', header = true, auto_detect = false, delim = ',',
                    columns = {{'store_id': 'VARCHAR', 'date': 'DATE', 'uses': 'BIGINT'}}) u
      JOIN read_csv('{season}/rosters/*.csv', header = true) r USING (store_id)
      WHERE u.date >= r.golive_on AND u.date <= DATE '{as_of}'
      GROUP BY ALL)
    WHERE uses > 0
  ) TO '/dev/stdout' (HEADER, DELIMITER ',')
""")
