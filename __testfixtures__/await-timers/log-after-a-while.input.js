const pick = () =>
    Math.floor(Math.random() * 10)
exports.handler = async (event, context) => {
    const number = pick()
    console.log("number:", number);
    setTimeout(() => {
        console.log("a little later:", number);
    }, 20);
    return "OK";
};
