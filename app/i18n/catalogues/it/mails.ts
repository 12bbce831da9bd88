// The shelf of mails and of public pages: its words never leave the server as a catalogue.
export { default as mails } from "./mails.json";
export { default as publicPages } from "./publicPages.json";
