const { promisify } = require("util");

const setTimeoutAsync = promisify(setTimeout);
const pick = () =>
    Math.floor(Math.random() * 10)
exports.handler = async (event, context) => {
    const number = pick()
    console.log("number:", number);
    await setTimeoutAsync(20);
    console.log("a little later:", number);
    return "OK";
};
