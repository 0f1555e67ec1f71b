module.exports = (database) => ({ name: 'order', database });
