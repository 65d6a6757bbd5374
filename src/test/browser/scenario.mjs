// node scenario.mjs <name> <options as JSON>: does one scenario and prints its result as one line of JSON.
import process from 'node:process';
import { withBrowser } from './browser.mjs';
import * as scenarios from './scenarios.mjs';

const [name, options] = process.argv.slice(2);
const result = await withBrowser((browser) => scenarios[name](browser, JSON.parse(options)));
console.log(JSON.stringify(result));
