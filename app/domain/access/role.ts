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

export const abilities = [
  /** The network's home, its cities and its people. */
  "see-network",
  "read-published",
  "read-working-text",
  "write-document",
  "publish-document",
  "comment",
] as const;

export type Ability = (typeof abilities)[number];

/** How far an ability reaches: the whole network, or only the city for which the role is held. */
export type Reach = "network" | "city";

export const abilitiesOf: Record<Role, Partial<Record<Ability, Reach>>> = {
  "lead-partner": { "see-network": "network", "read-published": "network", comment: "network" },
  "project-officer": {
    "see-network": "network",
    "read-published": "network",
    "read-working-text": "city",
    "write-document": "city",
    "publish-document": "city",
    comment: "network",
  },
  "lead-expert": { "see-network": "network", "read-published": "network", comment: "network" },
  "ad-hoc-expert": { "see-network": "network", "read-published": "city", comment: "city" },
  "local-group-member": { "see-network": "network", "read-published": "city", comment: "city" },
  observer: { "see-network": "network", "read-published": "network" },
};

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
