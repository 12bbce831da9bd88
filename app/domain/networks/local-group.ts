// What a local group is: residents, firms, associations and departments of one partner's city. The orders are in local-group-orders.ts.

/** Characters of a group's name. */
export const groupNameLimit = 120;
