import CEnglishModel

extension Pipeline {
    /// The English pipeline that is a part of the program, loaded on first use.
    package static func english() -> Pipeline { loadedEnglish }

    private static let loadedEnglish: Pipeline = {
        do {
            return try Pipeline(model: englishModel())
        } catch {
            preconditionFailure("the embedded model cannot be read: \(error)")
        }
    }()

    /// The bytes of the embedded English model.
    package static func englishModel() -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: annals_english_model(), count: annals_english_model_size()))
    }
}
