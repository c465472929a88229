import { serveJobs } from "../remote"
import { loadJobs } from "./jobs"

serveJobs(loadJobs)
