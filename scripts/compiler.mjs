// Says what to install where the database driver has to be compiled and there is nothing to compile it with.
import { spawnSync } from "node:child_process";
import { findCommand } from "./find-command.mjs";

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {(name: string) => boolean} hasCommand
 */

/** Any one of each line is enough. */
const tools = [
  ["python3", "python"],
  ["make", "gmake"],
  ["c++", "g++", "clang++"],
];

/** What installs all three, by the package manager that is there. */
const installers = [
  ["apt-get", "apt-get install python3 make g++"],
  ["dnf", "dnf install python3 make gcc-c++"],
  ["zypper", "zypper install python3 make gcc-c++"],
  ["apk", "apk add python3 make g++"],
  ["pacman", "pacman -S python make gcc"],
];

/**
 * One line that says what is missing and what to type, or nothing where a compiler is there.
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function compilerAdvice({ platform, hasCommand } = thisMachine()) {
  const lead = "The database driver must be compiled here, and there is no compiler.";
  if (platform === "win32") {
    if (hasCommand("cl") || hasCommand("msbuild")) return undefined;
    return `${lead} Install Python 3 and the Visual Studio Build Tools with "Desktop development with C++".`;
  }
  const missing = tools.filter((names) => !names.some(hasCommand)).map(([name]) => name);
  if (missing.length === 0) return undefined;
  const what = `The database driver must be compiled here, and ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing.`;
  if (platform === "darwin") return `${what} Type: xcode-select --install`;
  const command = installers.find(([manager = ""]) => hasCommand(manager))?.[1];
  return command
    ? `${what} Type (as root): ${command}`
    : `${what} Install Python 3, make and a C++ compiler.`;
}

/** @returns {Machine} */
function thisMachine() {
  // On a Mac these names are there from the start and only ask for the tools, so the tools themselves are asked for.
  const isBareMac = process.platform === "darwin" && spawnSync("xcode-select", ["-p"]).status !== 0;
  return { platform: process.platform, hasCommand: (name) => !isBareMac && findCommand(name) !== undefined };
}
