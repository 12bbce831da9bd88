// The shelf of all other screens: fetched with the page, but on a reading screen only when somebody is about to leave it.
export { default as accounts } from "./accounts.json";
export { default as activity } from "./activity.json";
export { default as networks } from "./networks.json";
