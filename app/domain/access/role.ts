// Who may do what: the one table of roles and abilities. The use-cases, the sockets and the screens all ask it.

export const roles = [
  "lead-partner",
  "project-officer",
  "lead-expert",
  "ad-hoc-expert",
  "local-group-member",
  "observer",
] as const;

export type Role = (typeof roles)[number];

/**
 * What a role may allow, and of which kind it is: writing ends in a closed or archived network, reading stays, and so does what
 * decides about its being open.
 */
export const abilities = {
  /** The network's home, its cities, people, phases and what happened. */
  "see-network": "reading",
  "read-published": "reading",
  /** Working texts that a city shares with its local groups. */
  "read-group-text": "reading",
  "read-working-text": "reading",
  /** Working texts that a city has opened to the network. */
  "read-open-text": "reading",
  /** Budgets of partners and where the money comes from. */
  "see-finance": "reading",
  /** Remarks that are for experts and the lead partner alone, on texts that the role reads. */
  "read-expert-remarks": "reading",
  /** What partners owe, how each stands and why. */
  "see-deliverables": "reading",
  /** The versions and files that were handed in. */
  "read-handed-in": "reading",
  /** Of those, what went to the programme. */
  "read-submitted": "reading",
  /** The whole record of what happened, to take along. */
  "export-activity": "reading",
  /** Closing the network and opening it again; a way in that a closed network leaves open. */
  "close-network": "deciding",
  comment: "writing",
  /** Resolving any remark that the role reads, and reopening it. */
  "resolve-remarks": "writing",
  "write-document": "writing",
  /** Beginning visit notes, which are private until they are shared. */
  "write-visit-note": "writing",
  "publish-document": "writing",
  /** Local groups of a city and who belongs to them. */
  "manage-local-groups": "writing",
  /** Facts, names, phases, cities, partnerships and budgets. */
  "manage-network": "writing",
  /** Ticking what one was given to see to in a text that the role reads, also without writing there. */
  "do-tasks": "writing",
  /** What partners owe and by when; accepting it, asking for changes, submitting it. */
  "manage-deliverables": "writing",
  /** Beginning what a city owes, and handing it in. */
  "hand-in-deliverables": "writing",
  /** The lead expert's word on what is handed in. */
  "advise-on-deliverables": "writing",
  /** What the programme said to what was submitted. */
  "record-programme": "writing",
  /** Who holds which role, and who is invited. */
  "manage-members": "writing",
} as const satisfies Record<string, "reading" | "writing" | "deciding">;

export type Ability = keyof typeof abilities;

/** How far an ability reaches: the whole network, or only the city for which the role is held. */
export type Reach = "network" | "city";

export const abilitiesOf: Record<Role, Partial<Record<Ability, Reach>>> = {
  "lead-partner": {
    "see-network": "network",
    "read-published": "network",
    "read-open-text": "network",
    "see-finance": "network",
    "read-expert-remarks": "network",
    "export-activity": "network",
    "close-network": "network",
    comment: "network",
    "do-tasks": "network",
    "resolve-remarks": "network",
    "manage-local-groups": "network",
    "manage-network": "network",
    "manage-members": "network",
    "see-deliverables": "network",
    "read-handed-in": "network",
    "manage-deliverables": "network",
    "record-programme": "network",
  },
  "project-officer": {
    "see-network": "network",
    "read-published": "network",
    "read-group-text": "city",
    "read-working-text": "city",
    "read-open-text": "network",
    "see-finance": "city",
    comment: "network",
    "do-tasks": "network",
    "write-document": "city",
    "write-visit-note": "city",
    "publish-document": "city",
    "manage-local-groups": "city",
    "see-deliverables": "network",
    "read-handed-in": "city",
    "hand-in-deliverables": "city",
  },
  "lead-expert": {
    "see-network": "network",
    "read-published": "network",
    "read-open-text": "network",
    "read-expert-remarks": "network",
    comment: "network",
    "do-tasks": "network",
    "resolve-remarks": "network",
    "write-visit-note": "network",
    "see-deliverables": "network",
    "read-handed-in": "network",
    "advise-on-deliverables": "network",
  },
  "ad-hoc-expert": {
    "see-network": "network",
    "read-published": "city",
    "read-open-text": "city",
    "read-expert-remarks": "city",
    comment: "city",
    "do-tasks": "network",
    "write-visit-note": "city",
    "see-deliverables": "city",
  },
  "local-group-member": {
    "see-network": "network",
    "read-published": "city",
    "read-group-text": "city",
    comment: "city",
    "do-tasks": "network",
  },
  observer: {
    "see-network": "network",
    "read-published": "network",
    "see-deliverables": "network",
    "read-submitted": "network",
    "record-programme": "network",
    "do-tasks": "network",
  },
};

/** The roles that have this ability, for the whole network or for a city. */
export function rolesWith(ability: Ability): Role[] {
  return roles.filter((role) => abilitiesOf[role][ability]);
}

/** The role of those who belong to a city's local groups; it may name one of them. */
export const localGroupRole = "local-group-member" satisfies Role;

/** Roles that are held for a partner's city; the others are held for the network. */
export const cityRoles: readonly Role[] = ["project-officer", "ad-hoc-expert", "local-group-member"];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Who gives a role, changes its end and takes it back: whoever has one of these abilities (for its city, where it has one). */
export const givenBy: Record<Role, readonly Ability[]> = {
  "lead-partner": ["manage-members"],
  "project-officer": ["manage-members"],
  "lead-expert": ["manage-members"],
  "ad-hoc-expert": ["manage-members"],
  "local-group-member": ["manage-members", "manage-local-groups"],
  observer: ["manage-members"],
};

/** Whoever holds one of these writes in a city's plan only as that city's own writer, not even when named as a writer on it. */
export const neverWritesPlans: readonly Role[] = ["lead-partner"];

/** The roles of those who visit cities and write about it; they sign their side of a visit note. */
export const expertRoles: readonly Role[] = ["lead-expert", "ad-hoc-expert"];

/** Roles that are held until a date, never without an end. */
export const rolesUntilADate: readonly Role[] = ["ad-hoc-expert"];
