/** Loaded when the first PDF is read, here or in a thread: it is larger than all else, and shares no module with another part, so that it runs in a thread as it is. */
export { serve } from "../../pdf/serve.ts";
export { readPdf } from "../../pdf/text.ts";
