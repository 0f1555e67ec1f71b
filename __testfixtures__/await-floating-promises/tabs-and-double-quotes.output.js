"use strict";

const { setTimeout: sleep } = require("timers/promises");

exports.slow = async function () {
	await sleep(5);
	return "slow";
};
