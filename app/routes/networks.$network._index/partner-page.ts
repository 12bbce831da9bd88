// Where a partner's own page is; the one place of the home that knows.

/** The address of the partner's page. */
export function partnerPage(network: string, partnershipId: string): string {
  return `/networks/${network}/partners/${partnershipId}`;
}
