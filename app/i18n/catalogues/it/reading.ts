// The shelf that every page carries: all that a reading screen shows. Kept small, it weighs on everybody's first visit.
export { default as comments } from "./comments.json";
export { default as documents } from "./documents.json";
export { default as errors } from "./errors.json";
export { default as frame } from "./frame.json";
export { default as signIn } from "./signIn.json";
