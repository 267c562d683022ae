extension ObjectReader {
    /// A list in which every wrong element is noted; `fallback` where the key is missing, which is a mistake without one.
    public func list<Element: Decodable>(
        _ key: Key, of type: Element.Type = Element.self, default fallback: [Element]? = nil
    ) -> [Element] {
        collection(key, CollectedList<Element>.self, whenMissing: fallback.map { CollectedList($0) })?.elements ?? []
    }

    /// An object with free keys, such as titles by language, in which every wrong value is noted; `fallback` where the
    /// key is missing, which is a mistake without one.
    public func dictionary<Value: Decodable>(
        _ key: Key, of type: Value.Type = Value.self, default fallback: [String: Value]? = nil
    ) -> [String: Value] {
        collection(key, CollectedDictionary<Value>.self, whenMissing: fallback.map { CollectedDictionary($0) })?.values
            ?? [:]
    }

    private func collection<Values: Decodable>(_ key: Key, _ type: Values.Type, whenMissing fallback: Values?)
        -> Values?
    {
        if has(key) { return decoded(type, key) }
        if fallback == nil { reportMissing(key) }
        return fallback
    }
}
