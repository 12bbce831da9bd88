// The shelf of mails, which never leaves the server.
export { default as mails } from "./mails.json";
