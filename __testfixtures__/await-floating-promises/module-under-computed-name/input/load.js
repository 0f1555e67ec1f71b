module.exports = (name) => require(`./commands/${name}`);
