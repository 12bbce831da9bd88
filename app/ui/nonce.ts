// The nonce of this answer, for the scripts that Remix writes into the page; empty in the browser, which hides it anyway.
import { createContext } from "react";

export const NonceContext = createContext("");
