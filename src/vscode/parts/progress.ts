/** Loaded once a review is read: how far the reading of its sources has come; saturation and appraisal, when they are asked for. */
export { appraise, appraisePassage } from "../commands/appraising.ts";
export { markRead, markUnread, nextToRead } from "../commands/reading.ts";
export { Progress } from "../reading/progress.ts";
export { saturation } from "../reading/saturation.ts";
