// What a reading screen shows beside its own words where something is said about its text: the desk has it as well.
export { default as threads } from "./threads.json";
