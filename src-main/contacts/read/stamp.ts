import type { ReadOnlyFile } from '../../store/read-only-file.ts'

/** Differs once something was written that a query of contacts may be about: cheap, from the ends of indexes. */
export function workspaceStamp({ statements }: ReadOnlyFile, _: null): string {
  const row = statements.first<{ stamp: string }>(`SELECT json_array(
    (SELECT max(id) FROM contacts), (SELECT max(id) FROM contact_changes), (SELECT max(id) FROM leads),
    (SELECT json_array(max(id), max(ended_at), count(*)) FROM jobs),
    (SELECT max(id) FROM calls), (SELECT max(ended_at) FROM calls WHERE state = 'ended'),
    (SELECT json_array(max(id), count(*)) FROM suppressions), (SELECT count(*) FROM blocked_prefixes),
    (SELECT count(*) FROM blocked_countries), (SELECT json_array(max(changed_at), sum(contacts)) FROM lists),
    (SELECT json_array(max(changed_at), count(*)) FROM segments), (SELECT count(*) FROM tags)) AS stamp`)
  return row?.stamp ?? ''
}
