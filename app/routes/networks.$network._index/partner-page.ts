// Where a partner's own page is; the one place of the home that knows.

/** The address of the partner's page, or null as long as partners have none. */
export function partnerPage(_network: string, _partnershipId: string): string | null {
  return null;
}
