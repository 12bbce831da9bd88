/** What every run of the journeys needs once, before the first of them. */
export { makeFirstStart as default } from "./house";
